<?php
/**
 * What taking a run back would do.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/** Numbers of products. @see src-admin/contract/run.ts undoReportSchema */
final class UndoReport {

	/**
	 * @param int $written       Products whose number the run has changed.
	 * @param int $back          Those of them that would get their number back.
	 * @param int $to_zero       Those of `back` that would become 0.
	 * @param int $changed_since Those of `written` whose number another program or a person has changed since.
	 * @param int $left          Those of `written` that cannot or may not be written any more.
	 * @param int $undone_by     The run that has already undone it; 0 for none.
	 */
	public function __construct(
		public readonly int $written = 0,
		public readonly int $back = 0,
		public readonly int $to_zero = 0,
		public readonly int $changed_since = 0,
		public readonly int $left = 0,
		public readonly int $undone_by = 0,
	) {}

	/** @return array<string, int> */
	public function to_array(): array {
		return get_object_vars( $this );
	}
}
