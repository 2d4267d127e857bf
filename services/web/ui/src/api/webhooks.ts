import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { body, newKey } from "./client";
import type { components } from "./notification";
import { notification } from "./services";

type Schemas = components["schemas"];
export type Webhook = Schemas["WebhookView"];
export type WebhookSettings = Schemas["NewWebhook"];
export type Health = Schemas["Health"];
export type Delivery = Schemas["DeliveryView"];
export type Attempt = Schemas["Attempt"];
export const DELIVERY_STATUSES = ["PENDING", "DELIVERED", "EXHAUSTED"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
export interface Span {
  from: string;
  to: string;
}

const ALL = ["webhooks"];
const of = (id: string) => ({ params: { path: { id } } });

export const webhooksQuery = queryOptions({
  queryKey: [...ALL, "list"],
  queryFn: ({ signal }) => body(notification.GET("/api/webhooks", { signal })),
  refetchInterval: 5_000,
});

/** All endpoints, oldest first; there are never so many that there is a second page. */
export const useWebhooks = () => useQuery(webhooksQuery);

/** What was sent to an endpoint, newest first. */
export const useDeliveries = (webhook: string, status: DeliveryStatus | undefined) =>
  useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: [...ALL, webhook, "deliveries", status ?? "all"],
      queryFn: ({ pageParam, signal }) =>
        body(
          notification.GET("/api/webhooks/{id}/deliveries", {
            params: { path: { id: webhook }, query: { limit: 50, ...(status && { status }), ...(pageParam && { after: pageParam }) } },
            signal,
          }),
        ),
      initialPageParam: "",
      getNextPageParam: (last) => last.next,
      refetchInterval: 5_000,
    }),
  );

/** One delivery, with the text that was sent. */
export const useDelivery = (id: string) =>
  useQuery({
    queryKey: [...ALL, "delivery", id],
    queryFn: ({ signal }) => body(notification.GET("/api/deliveries/{id}", { ...of(id), signal })),
  });

export const webhookCommands = {
  change: ({ id, ...change }: { id: string } & Schemas["ChangedWebhook"]) =>
    body(notification.PATCH("/api/webhooks/{id}", { ...of(id), body: change })),
  remove: ({ id }: { id: string }) => notification.DELETE("/api/webhooks/{id}", of(id)),
  rotate: ({ id }: { id: string }) => body(notification.POST("/api/webhooks/{id}/secret", of(id))),
  endOverlap: ({ id }: { id: string }) => body(notification.DELETE("/api/webhooks/{id}/previous-secret", of(id))),
  test: ({ id }: { id: string }) => body(notification.POST("/api/webhooks/{id}/test", of(id))),
  retry: ({ id }: { id: string }) => body(notification.POST("/api/webhooks/{id}/retry", of(id))),
  replay: ({ id, ...span }: { id: string } & Span) => body(notification.POST("/api/webhooks/{id}/replay", { ...of(id), body: span })),
  replayOne: ({ id }: { id: string }) => body(notification.POST("/api/deliveries/{id}/replay", of(id))),
};

/** A command on an endpoint or a delivery; whatever comes of it, all that is shown is read again. */
export function useWebhookCommand<Given, Answer>(send: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSettled: () => client.invalidateQueries({ queryKey: ALL }) });
}

/** The same form sent twice makes one endpoint; its secret is in the first answer alone. */
export function useNewWebhook() {
  const client = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: (webhook: WebhookSettings) =>
      body(notification.POST("/api/webhooks", { params: { header: { "Idempotency-Key": key } }, body: webhook })),
    onSettled: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

/** How many deliveries a replay would send. */
export const useReplayCount = (id: string, span: Span | null) =>
  useQuery({
    queryKey: [...ALL, id, "replay", span],
    queryFn: ({ signal }) =>
      body(
        notification.POST("/api/webhooks/{id}/replay", {
          ...of(id),
          body: { from: span?.from ?? "", to: span?.to ?? "", dryRun: true },
          signal,
        }),
      ),
    enabled: span !== null,
    staleTime: 0,
  });
