import { DELIVERY_STATUSES, type DeliveryStatus } from "../../api/webhooks";

export interface WebhookSearch {
  endpoint?: string;
  status?: DeliveryStatus;
}

/** Which endpoint is open, and which of its deliveries are shown: a link leads back to both. */
export const webhookSearch = ({ endpoint, status }: Record<string, unknown>): WebhookSearch => ({
  ...(typeof endpoint === "string" && { endpoint }),
  ...(DELIVERY_STATUSES.includes(status as DeliveryStatus) && { status: status as DeliveryStatus }),
});
