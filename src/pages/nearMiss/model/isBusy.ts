import type { Sending } from '../../../storage/react/useSending';

/** While one is on its way, another would be based on what is about to change. */
export const isBusy = ({ state }: Sending): boolean => state.is === 'saving' || state.is === 'waiting';
