/** Notes who begins to listen to the window; `leave` ends that, as closing the page does. */
export function windowListeners(): { leave: () => void } {
  const added = jest.spyOn(window, 'addEventListener');
  return {
    leave: () => {
      added.mock.calls.forEach(([type, listener]) => window.removeEventListener(type, listener));
      added.mockRestore();
    },
  };
}
