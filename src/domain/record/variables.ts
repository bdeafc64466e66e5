/** Of one variable of a dashboard, as its address holds them: one is a text, several are a list. An ad-hoc filter is a value. */
export type VariableValue = string | readonly string[];

interface Variables {
  variables: Readonly<Record<string, VariableValue>>;
  /** What people read in place of a variable's values; empty: nothing. */
  variableTexts?: Readonly<Record<string, string>>;
}

/** In Grafana's addresses: every value of a variable. */
export const ALL_VALUES = '$__all';

/** Between several values of one variable, as in Grafana's own field. */
export const AND = ' + ';

const NAMED_AS_DATA_SOURCE = /^ds([_-]|$)|data[_-]?source/i;
/** As Grafana makes them for data sources that are provisioned without one. */
const UID_OF_DATA_SOURCE = /^P[0-9A-F]{16}$/;

/** One or several values as a list, in their order. */
export function valuesOf(value: VariableValue): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** The values as they are kept: one as a text, which readers of the first versions know; none as an empty one. */
export function variableOf(values: readonly string[]): VariableValue {
  const [only = '', ...others] = values;
  return others.length > 0 ? values : only;
}

/**
 * The variables that say something to a person, each as `service=cart + mail`, an ad-hoc filter as `job=cart`. Empty ones
 * and data sources are left out; `all` is the word for every value.
 */
export function sayingVariables({ variables, variableTexts = {} }: Variables, all: string): string[] {
  return Object.entries(variables).flatMap(([name, value]) => {
    const text = Object.hasOwn(variableTexts, name) ? (variableTexts[name] ?? '') : textOfVariable(name, value, all);
    const own = valuesOf(value).every((one) => filterText(one) !== null);
    return text === '' ? [] : [own ? text : `${name}=${text}`];
  });
}

/** What a person reads of its values where nobody knows a better text; empty when they say nothing. */
export function textOfVariable(name: string, value: VariableValue, all: string): string {
  const values = valuesOf(value).filter(Boolean);
  const isDataSource =
    NAMED_AS_DATA_SOURCE.test(name) || (values.length > 0 && values.every((one) => UID_OF_DATA_SOURCE.test(one)));
  return isDataSource ? '' : values.map((one) => (one === ALL_VALUES ? all : (filterText(one) ?? one))).join(AND);
}

const FILTER = /^([^|]+)\|([!=]~|!?=(?:__gfp__)?|[<>]=?)\|(.*?)(?:#(?:scope|dashboard)#restorable)?$/s;

/** An ad-hoc filter as people write it (`job=cart`); null for any other value. */
function filterText(value: string): string | null {
  const found = FILTER.exec(value);
  if (!found) {
    return null;
  }
  const [, key = '', operator = '', values = ''] = found;
  return `${shownPart(key)}${operator.replace('__gfp__', '')}${values.split('|').map(shownPart).join(AND)}`;
}

/** Grafana keeps a part as `value,label` where it has a label, its own signs written as `__gf…__`. */
function shownPart(part: string): string {
  const [value = '', label = value] = part.split(',');
  return (label || value).replaceAll('__gfp__', '|').replaceAll('__gfc__', ',').replaceAll('__gfh__', '#');
}
