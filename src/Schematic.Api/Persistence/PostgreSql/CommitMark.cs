namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>What a transaction has left in the change log, and nobody else: if it is there, the commit took place.</summary>
/// <param name="TransactionId">PostgreSQL's number of the transaction.</param>
/// <param name="Instance">As <see cref="ChangeRow.Instance"/>.</param>
internal sealed record CommitMark(long TransactionId, int Instance);
