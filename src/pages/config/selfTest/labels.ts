import type { SelfTestResult } from '../../../storage/selfTest/runSelfTest';
import type { CheckState, Repair } from '../../../storage/selfTest/checkResult';
import { t } from '../../../i18n/t';

type Labels<Name extends string> = Readonly<Record<Name, () => string>>;

const STATES: Labels<CheckState> = {
  ok: () => t('self-test.ok', 'Fine'),
  warn: () => t('self-test.warn', 'Look at this'),
  bad: () => t('self-test.bad', 'Wrong'),
  unknown: () => t('self-test.unknown', 'Not known'),
};

const CHECKS: Labels<SelfTestResult['check']> = {
  rights: () => t('self-test.rights', 'Rights'),
  roundTrip: () => t('self-test.round-trip', 'Writing, reading, changing, deleting'),
  oldTimes: () => t('self-test.old-times', 'What happened long ago'),
  textLimit: () => t('self-test.text-limit', 'The longest text'),
  tagLimit: () => t('self-test.tag-limit', 'The most tags'),
  stored: () => t('self-test.stored', 'What is stored'),
  cleanUp: () => t('self-test.clean-up', 'What Grafana deletes by itself'),
  twins: () => t('self-test.twins', 'Twins'),
  orphanMarkers: () => t('self-test.orphan-markers', 'Markers without a near miss'),
  foreignMarkers: () => t('self-test.foreign-markers', 'What only looks like a marker'),
  missingMarkers: () => t('self-test.missing-markers', 'Near misses without a marker'),
  orphanParts: () => t('self-test.orphan-parts', 'Changes and entries without a near miss'),
  sources: () => t('self-test.sources', 'Near misses that outlived their dashboard'),
  moments: () => t('self-test.moments', 'Moments that look wrong'),
  tidy: () => t('self-test.tidy', 'Test annotations'),
};

const REPAIRS: Labels<Repair['does']> = {
  'remove-twins': () => t('self-test.remove-twins', 'Remove the twins'),
  'remove-markers': () => t('self-test.remove-markers', 'Remove these markers'),
  'make-markers': () => t('self-test.make-my-markers', 'Make those of my own near misses'),
};

const ONE: Labels<Repair['does']> = {
  ...REPAIRS,
  'remove-markers': () => t('self-test.remove-marker', 'Remove this marker'),
  'make-markers': () => t('self-test.make-marker', 'Make this marker'),
};

export const stateLabel = (state: CheckState) => STATES[state]();
export const checkTitle = (check: SelfTestResult['check']) => CHECKS[check]();
export const repairLabel = ({ does }: Repair) => REPAIRS[does]();
/** Of the button for one alone. */
export const oneLabel = ({ does }: Repair) => ONE[does]();
