import { __ } from '@wordpress/i18n';
import * as z from 'zod/mini';
import { errorSchema, NO_DATA, type ErrorAnswer, type Run } from '../contract';

/** apiFetch rejects with this when it could not renew the nonce, because the login has ended. */
const bareResponseSchema = z.object( {
	ok: z.literal( false ),
	status: z.int(),
} );

const LOGIN_CODES = [ 'rest_cookie_invalid_nonce', 'rest_not_logged_in' ];

/** Replaces messages that WordPress wrote for developers by messages for the shop's owner. */
function ownMessage( { code, message, data }: ErrorAnswer ): string {
	if ( 'fetch_error' === code || 'offline_error' === code ) {
		return __(
			'Your site could not be reached. Check your internet connection.',
			'stock-sync-for-keycrm'
		);
	}
	if ( 'invalid_json' === code ) {
		return __(
			'Your site answered with something that is not data. A security plugin, a cache or a PHP error may be in the way; the site’s error log says more.',
			'stock-sync-for-keycrm'
		);
	}
	if ( 'rest_no_route' === code ) {
		return __(
			'The plugin does not answer on this site. WooCommerce may have been deactivated; activate it, then reload this page.',
			'stock-sync-for-keycrm'
		);
	}
	if ( LOGIN_CODES.includes( code ) ) {
		return __(
			'You are no longer logged in. Log in again in another tab; this page then goes on by itself, and what you have typed stays.',
			'stock-sync-for-keycrm'
		);
	}
	if ( 'rest_invalid_param' === code ) {
		return Object.values( data.params ).join( ' ' ) || message;
	}
	return message;
}

/** A failed request to one of this site's REST routes. */
export class ApiError extends Error {
	readonly code: string;
	/** HTTP status; 0 if there was no response. */
	readonly status: number;
	/** Messages by the name of the field. */
	readonly params: Readonly< Record< string, string > >;
	/** The run that prevents the request, for example an active one. */
	readonly run: Run | null;
	/** Technical details for support. */
	readonly details: string;

	private constructor( answer: ErrorAnswer ) {
		super( ownMessage( answer ) );
		this.name = 'ApiError';
		this.code = answer.code;
		this.status = answer.data.status;
		this.params = answer.data.params;
		this.run = answer.data.run;
		this.details = answer.data.details;
	}

	/** The response does not match the contract. */
	static notUnderstood( details: string ): ApiError {
		return new ApiError( {
			code: 'unexpected_answer',
			message: __(
				'Your site’s answer was not understood. If it stays so after a reload, another plugin may be changing what WordPress answers.',
				'stock-sync-for-keycrm'
			),
			data: { ...NO_DATA, details },
		} );
	}

	static from( cause: unknown ): ApiError {
		if ( cause instanceof ApiError ) {
			return cause;
		}
		if ( bareResponseSchema.safeParse( cause ).success ) {
			return new ApiError( {
				code: 'rest_not_logged_in',
				message: '',
				data: { ...NO_DATA, status: 403 },
			} );
		}
		const answer = errorSchema.safeParse( cause );
		if ( answer.success ) {
			return new ApiError( answer.data );
		}
		return ApiError.notUnderstood( String( cause ) );
	}

	/** The login has ended. After a login in another tab the same request works. */
	get needsLogin(): boolean {
		return LOGIN_CODES.includes( this.code );
	}

	/** Two requests that fail for one reason should show one message. */
	equals( other: ApiError | null ): boolean {
		return this.code === other?.code && this.message === other.message;
	}
}
