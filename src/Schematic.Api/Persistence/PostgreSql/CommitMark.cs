namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>Rows of the change log that one transaction has appended; it is committed if they are there.</summary>
/// <param name="TransactionId">PostgreSQL's number of the transaction.</param>
/// <param name="Instance">As <see cref="ChangeRow.Instance"/>.</param>
internal sealed record CommitMark(long TransactionId, int Instance);
