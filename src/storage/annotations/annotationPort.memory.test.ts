import { memoryHost } from '../../testing/hosts/memoryHost';
import { describeAnnotationPort } from '../../testing/contract/annotationPort.contract';

describeAnnotationPort('in memory', () => memoryHost('legacy'));
describeAnnotationPort('in memory, as on the app platform', () => memoryHost('app-platform'));
