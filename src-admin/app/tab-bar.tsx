import { __ } from '@wordpress/i18n';
import { TABS, routeTo, type Tab } from './router/route';
import { RouteLink } from './router/route-link';

export const tabNames = (): Record< Tab, string > => ( {
	overview: __( 'Overview', 'stock-sync-for-keycrm' ),
	changes: __( 'Changes', 'stock-sync-for-keycrm' ),
	'out-of-step': __( 'Out of step', 'stock-sync-for-keycrm' ),
	settings: __( 'Settings', 'stock-sync-for-keycrm' ),
	help: __( 'Help', 'stock-sync-for-keycrm' ),
} );

/** Links that look like WooCommerce's settings tabs; each tab has its own URL. */
export function TabBar( { tab }: { tab: Tab } ) {
	const names = tabNames();
	return (
		<nav
			className="nav-tab-wrapper keycrm-stock-tabs"
			aria-label={ __( 'KeyCRM stock', 'stock-sync-for-keycrm' ) }
		>
			{ TABS.map( ( name ) => (
				<RouteLink
					key={ name }
					to={ routeTo( name ) }
					className={ `nav-tab${
						name === tab ? ' nav-tab-active' : ''
					}` }
					current={ name === tab }
				>
					{ names[ name ] }
				</RouteLink>
			) ) }
		</nav>
	);
}
