import type { BelongingOffers } from '../../domain/record/belongingOffers';
import type { TimeZone } from '@grafana/data';
import type { FormProblems } from './formProblems';
import type { FormValues } from './formValues';

export interface FormProps {
  values: FormValues;
  onChange: (part: Partial<FormValues>) => void;
  /** Sentences to show at the fields; pass none before somebody tried to save. */
  problems: FormProblems;
  timeZone: TimeZone;
  /** Names to offer for the team. */
  teams?: readonly string[];
  /** Names to fill in with one press; default none. */
  offers?: BelongingOffers;
  /** Asks for the kind before anything else: what is recorded without a graph differs most by it. */
  kindFirst?: boolean;
}
