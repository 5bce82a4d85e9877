/** Backlog's eight kinds of custom fields, by `typeId`. */
export const customTypes = {
  text: 1,
  textArea: 2,
  number: 3,
  date: 4,
  singleList: 5,
  multipleList: 6,
  checkbox: 7,
  radio: 8,
} as const;
