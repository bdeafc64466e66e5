import { Trans } from '@grafana/i18n';
import { Alert, Button, ClipboardButton, Stack, TextArea } from '@grafana/ui';
import React, { useState } from 'react';
import { chatLine } from '../../../domain/story/chatLine';
import { nearMissMarkdown } from '../../../domain/story/markdown';
import { linkTo } from '../../../grafana/address';
import type { PageModel } from '../model/PageModel';
import { t } from '../../../i18n/t';

/** Link, one line for a chat, the whole as Markdown, paper. Everyone who reads may. */
export function ShareButtons({ page }: { page: PageModel }) {
  const [notCopied, setNotCopied] = useState<string | null>(null);
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
  return (
    <>
      <Stack wrap="wrap" gap={1}>
        {texts.map(([label, text]) => (
          <ClipboardButton
            key={label}
            variant="secondary"
            fill="text"
            size="sm"
            icon="copy"
            getText={text}
            onClipboardCopy={() => setNotCopied(null)}
            onClipboardError={setNotCopied}
          >
            {label}
          </ClipboardButton>
        ))}
        <Button variant="secondary" fill="text" size="sm" icon="document-info" onClick={() => window.print()}>
          <Trans i18nKey="share.print">Print</Trans>
        </Button>
      </Stack>
      {notCopied !== null && (
        <Alert
          severity="warning"
          title={t('share.failed', 'The browser does not let this page copy. Copy it by hand:')}
        >
          <TextArea readOnly rows={4} value={notCopied} aria-label={t('share.text', 'The text to copy')} />
        </Alert>
      )}
    </>
  );
}
