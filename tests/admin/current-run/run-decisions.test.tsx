import { screen } from '@testing-library/react';
import type { Run } from '../../../src-admin/contract';
import { FakeRest } from '../support/fake-rest';
import {
	runningRun,
	someCurrent,
	somePreview,
	stoppedRun,
} from '../support/sample-runs';
import { openScreen, pass } from '../support/screen';

const syncNow = () => screen.getByRole( 'button', { name: 'Sync now' } );

function siteThatRuns( run: Run ) {
	const rest = new FakeRest();
	rest.current = someCurrent( { run } );
	return rest;
}

it( 'if another person has started a run first, shows that run', async () => {
	const rest = new FakeRest();
	rest.refuse( 'POST /runs', 409, 'active', 'Busy.', {
		run: runningRun(),
	} );
	const { user } = await openScreen( rest );
	rest.current = someCurrent( { run: runningRun() } );
	await user.click( syncNow() );
	await pass( 0.1 );
	expect( screen.getByRole( 'progressbar' ) ).toBeVisible();
	expect( screen.queryByText( 'Busy.' ) ).toBeNull();
} );

it( 'says why a run was refused', async () => {
	const rest = new FakeRest();
	rest.refuse( 'POST /runs', 400, 'no_key', 'There is no key.' );
	const { user } = await openScreen( rest );
	await user.click( syncNow() );
	await pass( 0.1 );
	expect(
		screen.getByText( 'The sync was not started. There is no key.', {
			selector: 'p',
		} )
	).toBeVisible();
} );

it( 'if the guard has stopped a run, asks with numbers, and confirms or cancels it', async () => {
	const rest = siteThatRuns( stoppedRun() );
	const { user, unmount } = await openScreen( rest );
	expect(
		screen.getByText(
			'All units in stock together would fall from 12,400 to 3,100.'
		)
	).toBeVisible();
	expect(
		screen.getByRole( 'link', { name: 'Show the products' } )
	).toHaveAttribute( 'href', '?page=keycrm-stock&tab=changes&run=9' );
	await user.click(
		screen.getByRole( 'button', { name: 'Set 312 products to 0' } )
	);
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /runs/9/confirm' ) ).toHaveLength( 1 );
	expect(
		screen.getByRole( 'progressbar', {
			name: 'Writing the new quantities',
		} )
	).toBeVisible();
	unmount();

	const other = siteThatRuns( stoppedRun( { fresh: false } ) );
	const second = await openScreen( other );
	expect( screen.getByText( /KeyCRM is read again first/ ) ).toBeVisible();
	await second.user.click(
		screen.getByRole( 'button', { name: 'Keep current stock' } )
	);
	await pass( 0.1 );
	expect( other.askedFor( 'DELETE /runs/9' ) ).toHaveLength( 1 );
	expect( screen.getByText( 'The last sync was cancelled.' ) ).toBeVisible();
} );

it( 'applies a preview', async () => {
	const rest = siteThatRuns( somePreview() );
	const { user } = await openScreen( rest );
	await user.click(
		screen.getByRole( 'button', { name: 'Apply to 412 products' } )
	);
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /runs/11/apply' ) ).toHaveLength( 1 );
} );
