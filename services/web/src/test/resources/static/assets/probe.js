export const probe = "plain";
