/** Opens the tab Settings. */
import { screen } from '@testing-library/react';
import type { Settings } from '../../../src-admin/contract';
import { FakeRest } from './fake-rest';
import { someSettings } from './samples';
import { openScreen, pass } from './screen';

export async function openSettings(
	part: Partial< Settings > = {},
	rest = new FakeRest()
) {
	rest.settings = someSettings( part );
	const { user } = await openScreen( rest, '&tab=settings' );
	/** Presses Save and returns the last request's body. */
	const save = async () => {
		await user.click( screen.getByRole( 'button', { name: 'Save' } ) );
		await pass( 0.1 );
		return rest.askedFor( 'POST /settings' ).at( -1 )?.body;
	};
	return { rest, user, save };
}
