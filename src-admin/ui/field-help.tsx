import { Icon } from './icon';

interface Props {
	help?: string | undefined;
	error?: string | undefined;
}

/** What stands under a field: what is wrong with it, and what it is for. */
export const FieldHelp = ( { help, error }: Props ) => (
	<>
		{ error && (
			<span className="keycrm-stock-field-error">
				<Icon name="warning" /> { error }
			</span>
		) }
		{ help && <span className="keycrm-stock-field-help">{ help }</span> }
	</>
);
