export function schemaText(name: "reading" | "api"): string;
