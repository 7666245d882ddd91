import '@testing-library/jest-dom';
import { notifyManager } from '@tanstack/react-query';
import apiFetch from '@wordpress/api-fetch';
import { act, cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../../../src-admin/app/app';
import type { FakeRest } from './fake-rest';
import { NOW } from './sample-runs';

// jsdom has no media queries; @wordpress/components asks for the width of the window.
Object.defineProperty( window, 'matchMedia', {
	value: () => ( { matches: false } ),
} );

// Announcements repeat visible text; they are hidden, so that a query finds the text once.
configure( { defaultIgnore: 'script, style, .a11y-speak-region' } );

// The cache notifies at once instead of by a timer, because timers are fake here.
notifyManager.setScheduler( queueMicrotask );

// As WordPress configures it.
const nonce = apiFetch.createNonceMiddleware( '' );
apiFetch.use( nonce );
Object.assign( apiFetch, {
	nonceMiddleware: nonce,
	nonceEndpoint: '/wp-admin/admin-ajax.php?action=rest-nonce',
} );

const liveRegions = () => document.querySelectorAll( '.a11y-speak-region' );

/** The fake clock starts at NOW and moves only by `pass()`. */
beforeEach( () => {
	jest.useFakeTimers( { now: Date.parse( NOW ) } );
} );

afterEach( () => {
	cleanup();
	jest.useRealTimers();
	liveRegions().forEach( ( region ) => ( region.textContent = '' ) );
} );

/** Moves the clock and runs the timers that are due. */
export const pass = ( seconds: number ) =>
	act( async () => {
		await jest.advanceTimersByTimeAsync( seconds * 1000 );
	} );

/** Renders the screen at a URL and waits until it has loaded. */
export async function openScreen( rest: FakeRest, query = '' ) {
	window.history.replaceState( null, '', `?page=keycrm-stock${ query }` );
	Object.defineProperty( window, 'fetch', {
		value: rest.fetch,
		configurable: true,
	} );
	nonce.nonce = rest.nonce ?? '';
	const user = userEvent.setup( {
		advanceTimers: async ( ms ) => {
			await jest.advanceTimersByTimeAsync( ms );
		},
	} );
	const page = render( <App /> );
	await pass( 0.1 );
	return { user, ...page };
}

/** The last announcement to screen readers. */
export const announced = (): string =>
	Array.from( liveRegions(), ( region ) => region.textContent ).join( '' );
