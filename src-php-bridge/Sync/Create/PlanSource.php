<?php
/**
 * What a plan of products that are to be made is about: those that KeyCRM lacks, or those that the shop lacks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Mismatch;
use KeyCrmStock\Value\Change\MismatchGroup;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

interface PlanSource {

	/** @return list<array{MismatchGroup, Outcome, string}> The lists of the comparison, with what their products are noted as. What is in two of them belongs to the later one. */
	public function lists(): array;

	/** The row of one of them in the plan. */
	public function row( int $run_id, Mismatch $found, Outcome $outcome, string $reason ): Change;

	/**
	 * Compares the next rows whose outcome is Created with the other side; done after the last one.
	 *
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws LeaseLost
	 */
	public function check( Run $run, CreatePlanCursor $cursor, Lease $lease ): StepResult;
}
