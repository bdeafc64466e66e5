import type { PluginExtensionPanelContext } from '@grafana/data';
import { fieldOf, textOf } from '../../domain/json/fieldOf';
import { sameValue } from '../../domain/json/sameValue';
import type { Source } from '../../domain/record/record';
import {
  ALL_VALUES,
  AND,
  textOfVariable,
  valuesOf,
  type VariableValue,
  variableOf,
} from '../../domain/record/variables';

type ScopedVars = PluginExtensionPanelContext['scopedVars'];
type PanelVariables = Required<Pick<Source, 'variables' | 'variableTexts'>>;

/**
 * The dashboard's variables as its address (`search`) has them, those of a repeated panel before them, and what people read
 * of each where that is not its values. `known` is what Grafana knows of the dashboard's variables: sort and texts.
 */
export function panelVariables(search: string, scopedVars: ScopedVars, known: readonly unknown[]): PanelVariables {
  const repeated = Object.entries(scopedVars ?? {}).filter(([name]) => !name.startsWith('__'));
  const own = Object.fromEntries(repeated.map(([name, one]) => [name, valueIn(one?.value ?? one?.text)]));
  const variables = { ...variablesIn(search), ...own };
  const texts = Object.entries(variables).flatMap(([name, value]) => {
    const variable = known.find((one) => textOf(one, 'name') === name);
    const shown = name in own ? scopedVars?.[name] : fieldOf(variable, 'current');
    const text = textFor(name, value, { type: textOf(variable, 'type'), shown });
    return text === textOfVariable(name, value, ALL_VALUES) ? [] : [[name, text] as const];
  });
  return { variables, variableTexts: Object.fromEntries(texts) };
}

interface Known {
  /** Grafana's sort of variable; empty where nobody knows. */
  type: string;
  /** `{text, value}`, both as one or several. */
  shown: unknown;
}

function textFor(name: string, value: VariableValue, { type, shown }: Known): string {
  if (type === 'datasource') {
    return '';
  }
  const plain = textOfVariable(name, value, ALL_VALUES);
  const raw = valuesOf(value).join(AND);
  const text = valuesOf(valueIn(fieldOf(shown, 'text'))).join(AND);
  const isOfThat = sameValue(valueIn(fieldOf(shown, 'value')), value) && !valuesOf(value).includes(ALL_VALUES);
  if (isOfThat && text !== '' && text !== raw) {
    return text;
  }
  // Named or written like a data source, and none.
  return type !== '' && plain === '' ? raw : plain;
}

/** `?var-service=cart&var-service=mail` is one variable of two values. */
function variablesIn(search: string): Record<string, VariableValue> {
  const query = new URLSearchParams(search);
  const names = new Set([...query.keys()].filter((key) => key.startsWith('var-')));
  return Object.fromEntries([...names].map((name) => [name.slice('var-'.length), variableOf(query.getAll(name))]));
}

function valueIn(given: unknown): VariableValue {
  const all: unknown[] = Array.isArray(given) ? given : [given];
  return variableOf(all.filter((one) => one !== undefined && one !== null).map(String));
}
