import { Tooltip } from '@grafana/ui';
import React, { type FocusEvent, forwardRef, type KeyboardEvent, type MouseEvent, useState } from 'react';

export interface NamedMark {
  text: string;
  /** Of the mark's middle and top within the timeline, px. */
  left: number;
  top: number;
}

/** Which mark the pointer or the focus is on; one set of listeners for all marks. Escape takes the name away. */
export function useMarkName() {
  const [name, setName] = useState<NamedMark | null>(null);
  const show = ({ target, currentTarget }: MouseEvent<HTMLElement> | FocusEvent<HTMLElement>) => {
    const mark = target instanceof Element ? target.closest('[data-mark]') : null;
    setName(mark && nameOf(mark, currentTarget));
  };
  const hide = () => setName(null);
  const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && hide();
  return { name, listeners: { onMouseOver: show, onMouseLeave: hide, onFocus: show, onBlur: hide, onKeyDown } };
}

function nameOf(mark: Element, timeline: Element): NamedMark {
  const at = mark.getBoundingClientRect();
  const origin = timeline.getBoundingClientRect();
  return {
    text: mark.getAttribute('aria-label') ?? '',
    left: at.left + at.width / 2 - origin.left,
    top: at.top - origin.top,
  };
}

/** Grafana's tooltip, once for all marks, where the named one is. */
export function MarkName({ text, ...place }: NamedMark) {
  return (
    <Tooltip key={text} content={text} placement="top" show>
      <Place {...place} />
    </Tooltip>
  );
}

/** Takes nothing else of what Grafana gives it: it would become a further stop for Tab. */
const Place = forwardRef<HTMLSpanElement, Omit<NamedMark, 'text'>>(function Place({ left, top }, ref) {
  return <span ref={ref} style={{ left, pointerEvents: 'none', position: 'absolute', top }} aria-hidden />;
});
