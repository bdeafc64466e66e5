import React from 'react';
import { translated } from '../i18n/translated';
import { IfEnabled } from './IfEnabled';
import type { NearMissesProps } from './NearMissesProps';
import { PanelBody } from './PanelBody';

/** What the app exposes to its panel. */
const NearMisses = translated((props: NearMissesProps) => (
  <IfEnabled>
    <PanelBody {...props} />
  </IfEnabled>
));
export default NearMisses;
