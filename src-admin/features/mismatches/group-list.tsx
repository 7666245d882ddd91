import { __ } from '@wordpress/i18n';
import type { MismatchGroup, MismatchGroups } from '../../contract';
import { formatNumber } from '../../lib/format';
import { routeTo } from '../../app/router/route';
import { RouteLink } from '../../app/router/route-link';

interface Props {
	groups: MismatchGroups[ 'groups' ];
	shown: MismatchGroup;
}

/** Links to the groups that have any mismatches. */
export function GroupList( { groups, shown }: Props ) {
	return (
		<nav
			aria-label={ __( 'What is out of step', 'stock-sync-for-keycrm' ) }
			className="keycrm-stock-groups"
		>
			<ul>
				{ groups
					.filter(
						( { group, count } ) => count > 0 || group === shown
					)
					.map( ( { group, name, count } ) => (
						<li key={ group }>
							<RouteLink
								to={ routeTo( 'out-of-step', { group } ) }
								current={ group === shown }
							>
								{ name }{ ' ' }
								<span>({ formatNumber( count ) })</span>
							</RouteLink>
						</li>
					) ) }
			</ul>
		</nav>
	);
}
