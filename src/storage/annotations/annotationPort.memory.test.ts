import { memoryHost } from '../../testing/memoryHost';
import { describeAnnotationPort } from '../../testing/contract/annotationPort.contract';

describeAnnotationPort('in memory', memoryHost);
