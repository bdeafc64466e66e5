import { grafanaUnderTest } from '../hosts/grafanaUnderTest';
import { httpHost } from '../hosts/httpHost';
import { describeAnnotationPort } from './annotationPort.contract';

const { url, admin } = grafanaUnderTest;

describeAnnotationPort(`over ${url}`, () => httpHost(url, admin));
