import { __ } from '@wordpress/i18n';

/** WordPress asks who is not logged in to do so first. In another tab, so that what was typed here stays. */
export const LoginLink = () => (
	<p>
		<a href={ window.location.href } target="_blank" rel="noreferrer">
			{ __( 'Log in again (opens a new tab)', 'stock-sync-for-keycrm' ) }
		</a>
	</p>
);
