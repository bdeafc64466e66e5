import { type SyntheticEvent, useEffect, useRef, useState } from 'react';

/** Nobody reads a story faster, s. */
const LEAST = 5;
/** A day, s. A timer of more than 24 of them would ring at once. */
const MOST = 86_400;

/**
 * Turns the page every so many seconds (0: never), but not while somebody points at it or has gone into it by keyboard, while it
 * is paused or out of sight; for who wants less motion it begins paused.
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
    const every = 1000 * Math.min(MOST, Math.max(LEAST, seconds));
    const timer = setInterval(() => document.hidden || latest.current(), every);
    return () => clearInterval(timer);
  }, [turns, seconds]);
  // A click leaves the focus on its button, and whoever clicked is gone with the pointer.
  const look = ({ target }: SyntheticEvent) =>
    setFocused(target instanceof Element && target.matches(':focus-visible'));
  return {
    paused,
    turns,
    pause: () => setPaused(!paused),
    listeners: {
      // A finger, unlike a mouse, leaves when it is lifted: mouse events do not tell of that.
      onPointerEnter: () => setPointedAt(true),
      onPointerLeave: () => setPointedAt(false),
      onFocus: look,
      onKeyUp: look,
      onBlur: () => setFocused(false),
    },
  };
}
