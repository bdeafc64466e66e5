import { memoryHost } from '../../testing/memoryHost';
import { describeAnnotationPort } from './annotationPort.contract';

describeAnnotationPort('in memory', memoryHost);
