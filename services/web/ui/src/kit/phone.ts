const NB = "\u00a0";

/** +33639984107 as one reads it in France, 06 39 98 41 07; other numbers as they are. Never broken over two lines. */
export const spokenNumber = (number: string): string => {
  const french = /^\+33(\d{9})$/.exec(number.replace(/\s/g, ""));
  return french ? `0${french[1] ?? ""}`.replace(/(\d{2})(?=\d)/g, `$1${NB}`) : number.replaceAll(" ", NB);
};
