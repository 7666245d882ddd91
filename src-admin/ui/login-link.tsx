import { __ } from '@wordpress/i18n';

/** Opens this page in another tab, where WordPress asks for the login; unsaved input stays here. */
export const LoginLink = () => (
	<p>
		<a href={ window.location.href } target="_blank" rel="noreferrer">
			{ __( 'Log in again (opens a new tab)', 'stock-sync-for-keycrm' ) }
		</a>
	</p>
);
