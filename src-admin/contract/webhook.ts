import * as z from 'zod/mini';
import { timeSchema } from './common';

/** What a message of KeyCRM's is about. `test` is the plugin's own. */
export const webhookKindSchema = z.enum( [
	'stock',
	'order',
	'test',
	'nothing',
] );

/**
 * How work on a message is started: by its own request after the answer, by a call of the shop to itself, or, where
 * neither works, by WooCommerce's queue.
 */
export const WAKE_UP_WAYS = [
	'after_answer',
	'loopback',
	'queue',
	'unknown',
] as const;

/** GET /webhook, and what POST /webhook-token answers. */
export const webhookSchema = z.object( {
	/** The address that KeyCRM calls. */
	url: z.string(),
	/** What came in last, at most one of each kind, the newest first. */
	received: z.array(
		z.object( {
			kind: webhookKindSchema,
			at: timeSchema,
			/** What it was, e.g. "stock of 3 product variants, 2 of them in this shop". */
			text: z.string(),
		} )
	),
	/** One of WAKE_UP_WAYS, and the same in words; '' while it is not known. */
	wake_up: z.string(),
	wake_up_text: z.string(),
	/** How webhooks are set up in KeyCRM. */
	guides: z.array(
		z.object( { title: z.string(), steps: z.array( z.string() ) } )
	),
} );
export type Webhook = z.infer< typeof webhookSchema >;
export type WebhookReceipt = Webhook[ 'received' ][ number ];

/** What a test of the address may meet. */
export const WEBHOOK_TRIAL_CODES = [
	'reached',
	'private',
	'off',
	'password',
	'login',
	'firewall',
	'redirected',
	'not_found',
	'intercepted',
	'failed',
	'timeout',
	'certificate',
	'unknown_host',
	'blocked',
	'unreachable',
] as const;

/** POST /webhook-test: what came back when the shop called its own address. */
export const webhookTrialSchema = z.object( {
	ok: z.boolean(),
	/** One of WEBHOOK_TRIAL_CODES; for support, the screen shows the sentences. */
	code: z.string(),
	message: z.string(),
	hint: z.string(),
	details: z.string(),
} );
export type WebhookTrial = z.infer< typeof webhookTrialSchema >;
