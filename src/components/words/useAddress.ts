import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';

type Change = (before: URLSearchParams) => URLSearchParams;

/**
 * What the address says behind its question mark, and a way to change it. What says nothing new makes no step of the back
 * button: Grafana 12's Combobox tells of one choice several times, until it is given the new value.
 */
export function useAddress(): [URLSearchParams, (change: Change, options?: { replace?: boolean }) => void] {
  const [address, setAddress] = useSearchParams();
  const said = useRef(address.toString());
  useEffect(() => {
    said.current = address.toString();
  }, [address]);
  const change = useCallback(
    (to: Change, options?: { replace?: boolean }) => {
      const next = to(new URLSearchParams(said.current));
      if (next.toString() !== said.current) {
        said.current = next.toString();
        setAddress(next, options);
      }
    },
    [setAddress]
  );
  return [address, change];
}
