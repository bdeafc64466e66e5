import type { Annotation, NewAnnotation } from '../../domain/codec/annotation';
import { decode } from '../../domain/codec/decode';
import type { StoredPart } from '../../domain/fold/storedPart';
import { anAnnotation } from './builders';

/** What was encoded, as it is read back from where it was posted. */
export function aStoredPart(encoded: NewAnnotation, over: Partial<Annotation> = {}): StoredPart {
  const { dashboardUid, ...rest } = encoded;
  const decoded = decode({ ...anAnnotation(over), ...rest, dashboardUID: dashboardUid });
  if (decoded.what === 'record' || decoded.what === 'change' || decoded.what === 'entry') {
    return decoded;
  }
  throw new Error(`not stored as a part but as ${decoded.what}`);
}
