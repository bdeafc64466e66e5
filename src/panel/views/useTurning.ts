import { type FocusEvent, useEffect, useRef, useState } from 'react';

/** Nobody reads a story faster, s. */
const LEAST = 5;

/**
 * Turns the page every so many seconds (0: never), but not while somebody points at it or has the focus in it, while it is
 * paused or out of sight; for who wants less motion it begins paused.
 */
export function useTurning(seconds: number, turn: () => void) {
  const [paused, setPaused] = useState(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches);
  const [pointedAt, setPointedAt] = useState(false);
  const [focused, setFocused] = useState(false);
  const turns = seconds > 0 && !paused && !pointedAt && !focused;
  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  });
  useEffect(() => {
    if (!turns) {
      return;
    }
    const timer = setInterval(() => document.hidden || latest.current(), 1000 * Math.max(LEAST, seconds));
    return () => clearInterval(timer);
  }, [turns, seconds]);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => setFocused(currentTarget.contains(relatedTarget));
  return {
    paused,
    turns,
    pause: () => setPaused(!paused),
    listeners: {
      onMouseEnter: () => setPointedAt(true),
      onMouseLeave: () => setPointedAt(false),
      onFocus: () => setFocused(true),
      onBlur: leave,
    },
  };
}
