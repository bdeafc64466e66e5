import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, Menu, useStyles2 } from '@grafana/ui';
import React from 'react';
import { copyPicture, hasPicture } from '../../../components/graph/copyPicture';
import { chatLine } from '../../../domain/story/chatLine';
import { nearMissMarkdown } from '../../../domain/story/markdown';
import { linkTo } from '../../../grafana/address';
import type { PageModel } from '../model/PageModel';
import { t } from '../../../i18n/t';

interface Props {
  page: PageModel;
  onSaid: (done: string) => void;
  /** Gets the text that the browser did not copy. */
  onFailed: (text: string) => void;
}

/** Items of a menu: link, one line for a chat, the whole as Markdown, picture, paper. Everyone who reads may. */
export function CopyItems({ page, onSaid, onFailed }: Props) {
  const styles = useStyles2(getStyles);
  const { nearMiss, entries } = page.file;
  const link = linkTo(nearMiss.id);
  const texts: ReadonlyArray<readonly [label: string, text: () => string]> = [
    [t('share.link', 'Copy link'), () => link],
    [t('share.chat', 'Copy for chat'), () => chatLine(nearMiss, link, page.speech)],
    [
      t('share.markdown', 'Copy as Markdown'),
      () => nearMissMarkdown(nearMiss, entries, link, page.speech, page.questions),
    ],
  ];
  const picture = async () => onSaid(await copyPicture(nearMiss, page.speech));
  return (
    <>
      {texts.map(([label, text]) => (
        <ClipboardButton
          key={label}
          // Grafana's menu finds its items by this name, for the arrow keys.
          data-role="menuitem"
          role="menuitem"
          tabIndex={-1}
          className={styles}
          variant="secondary"
          fill="text"
          getText={text}
          onClipboardCopy={() => onSaid(t('share.copied', 'Copied'))}
          onClipboardError={onFailed}
        >
          {label}
        </ClipboardButton>
      ))}
      {hasPicture(nearMiss) && <Menu.Item label={t('share.picture', 'Copy picture')} onClick={() => void picture()} />}
      <Menu.Item label={t('share.print', 'Print')} onClick={printSoon} />
    </>
  );
}

/** Once the menu is gone from the page. */
function printSoon() {
  setTimeout(() => window.print());
}

/** As Grafana's own items look, which cannot copy. */
const getStyles = (theme: GrafanaTheme2) =>
  css({
    color: theme.colors.text.primary,
    display: 'flex',
    fontWeight: theme.typography.fontWeightRegular,
    justifyContent: 'start',
    padding: theme.spacing(0, 1.5),
    width: '100%',
  });
