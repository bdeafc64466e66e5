import { render } from '@testing-library/react';
import React from 'react';
import { anAuthor } from '../../../testing/builders/builders';
import { UntoldChanges } from './UntoldChanges';

it('says once that nobody learns of changes, and nothing where Grafana tells them', () => {
  const untold = render(<UntoldChanges authors={[anAuthor(), anAuthor({ sealed: null })]} />);
  expect(untold.container).toHaveTextContent(/^This Grafana does not say whether words were changed/);
  const told = render(<UntoldChanges authors={[anAuthor(), anAuthor({ sealed: false })]} />);
  expect(told.container).toBeEmptyDOMElement();
});
