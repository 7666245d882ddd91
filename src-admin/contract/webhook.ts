import * as z from 'zod/mini';
import { timeSchema } from './common';

/** What a message of KeyCRM's is about. `test` is the plugin's own. */
export const webhookKindSchema = z.enum( [
	'stock',
	'order',
	'test',
	'nothing',
] );

/** What /webhook/{token} answers, always with status 200: nothing that a stranger could use. */
export const webhookAnswerSchema = z.object( { received: webhookKindSchema } );

/**
 * How work on a message is started: by its own request after the answer, by a call of the shop to itself, or, where
 * neither works, by WooCommerce's queue.
 */
export const wakeUpSchema = z.enum( [
	'after_answer',
	'loopback',
	'queue',
	'unknown',
] );

/** What POST /wake-up/{token} answers. */
export const wokenSchema = z.object( { awake: z.boolean() } );

/** GET /webhook, and what POST /webhook-token answers. */
export const webhookSchema = z.object( {
	/** The address that KeyCRM calls. */
	url: z.string(),
	/** What came in last, at most one of each kind, the newest first. */
	received: z.array(
		z.object( {
			kind: webhookKindSchema,
			at: timeSchema,
			/** Offers, or orders. */
			items: z.int(),
			/** Offers among them that belong to a product of the shop; null where that is not counted. */
			known: z.nullable( z.int() ),
		} )
	),
	wake_up: wakeUpSchema,
	/** How webhooks are set up in KeyCRM. */
	guides: z.array(
		z.object( { title: z.string(), steps: z.array( z.string() ) } )
	),
} );
export type Webhook = z.infer< typeof webhookSchema >;
export type WebhookReceipt = Webhook[ 'received' ][ number ];

/** POST /webhook-test: what came back when the shop called its own address. */
export const webhookTrialSchema = z.object( {
	ok: z.boolean(),
	code: z.enum( [
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
	] ),
	message: z.string(),
	hint: z.string(),
	details: z.string(),
} );
export type WebhookTrial = z.infer< typeof webhookTrialSchema >;
