import { __ } from '@wordpress/i18n';
import { useSaveSettings } from '../../api/mutations';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';
import { Icon } from '../../ui/icon';
import type { Facts } from '../../contract';

interface Props {
	facts: Facts;
	/** Offers to switch automatic sync on. */
	canSwitchOn: boolean;
}

const COVERAGE_ICONS: Record< Facts[ 'coverage' ][ 'state' ], string > = {
	unknown: 'marker',
	no_products: 'warning',
	all_excluded: 'marker',
	no_skus: 'dismiss',
	none: 'dismiss',
	some: 'flag',
	all: 'yes-alt',
};
const FRESHNESS_ICONS: Record< Facts[ 'freshness' ][ 'state' ], string > = {
	never: 'marker',
	settings_changed: 'flag',
	stale: 'clock',
	current: 'yes-alt',
};
const AUTOMATION_ICONS: Record< Facts[ 'automation' ][ 'state' ], string > = {
	off: 'controls-pause',
	failing: 'dismiss',
	late: 'clock',
	unplanned: 'warning',
	on: 'yes-alt',
};

/** Coverage, freshness and automation, below the headline. */
export function FactList( { facts, canSwitchOn }: Props ) {
	const { coverage, freshness, automation } = facts;
	const { mutate, isPending, error } = useSaveSettings();
	return (
		<>
			<ul
				className="keycrm-stock-facts"
				aria-label={ __(
					'How the sync stands',
					'stock-sync-for-keycrm'
				) }
			>
				<li>
					<Icon name={ COVERAGE_ICONS[ coverage.state ] } />{ ' ' }
					{ coverage.text }
				</li>
				<li>
					<Icon name={ FRESHNESS_ICONS[ freshness.state ] } />{ ' ' }
					{ freshness.text }
				</li>
				<li>
					<Icon name={ AUTOMATION_ICONS[ automation.state ] } />{ ' ' }
					{ automation.text }{ ' ' }
					{ 'off' === automation.state && canSwitchOn && (
						<ActionButton
							variant="link"
							busy={ isPending }
							onClick={ () =>
								mutate( { schedule: { enabled: true } } )
							}
						>
							{ __(
								'Switch automatic sync on',
								'stock-sync-for-keycrm'
							) }
						</ActionButton>
					) }
				</li>
			</ul>
			<ErrorNotice
				error={ error }
				what={ __(
					'Automatic sync was not switched on.',
					'stock-sync-for-keycrm'
				) }
			/>
		</>
	);
}
