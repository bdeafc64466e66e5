import { grafanaUnderTest } from '../grafanaUnderTest';
import { httpHost } from '../httpHost';
import { describeAnnotationPort } from './annotationPort.contract';

const { url, admin } = grafanaUnderTest;

describeAnnotationPort(`over ${url}`, () => httpHost(url, admin));
