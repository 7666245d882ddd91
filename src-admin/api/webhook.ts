import {
	useMutation,
	useQuery,
	useQueryClient,
	type UseQueryResult,
} from '@tanstack/react-query';
import {
	webhookSchema,
	webhookTrialSchema,
	type Webhook,
	type WebhookTrial,
} from '../contract';
import type { ApiError } from './api-error';
import { request, ROOT } from './client';

const KEY = [ 'webhook' ];

/** While the owner sets KeyCRM up, what comes in is shown without a reload. */
const LOOK_MS = 15_000;

export const useWebhook = (): UseQueryResult< Webhook, ApiError > =>
	useQuery( {
		queryKey: KEY,
		queryFn: () => request( webhookSchema, { path: `${ ROOT }/webhook` } ),
		refetchInterval: LOOK_MS,
	} );

/** Replaces the address; the old one stops working. */
export function useRenewWebhook() {
	const client = useQueryClient();
	return useMutation< Webhook, ApiError >( {
		mutationFn: () =>
			request( webhookSchema, {
				path: `${ ROOT }/webhook-token`,
				method: 'POST',
			} ),
		onSuccess: ( renewed ) => {
			void client.cancelQueries( { queryKey: KEY } );
			client.setQueryData( KEY, renewed );
		},
	} );
}

/** Has the shop call its own address. `variables` is the tested address. */
export const useTestWebhook = () =>
	useMutation< WebhookTrial, ApiError, string >( {
		mutationFn: () =>
			request( webhookTrialSchema, {
				path: `${ ROOT }/webhook-test`,
				method: 'POST',
			} ),
	} );
