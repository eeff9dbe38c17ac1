using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence.Changes;

namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>
/// A <see cref="Change"/>, appended by the transaction that makes it for the other instances to read. Only PostgreSQL
/// has it: a SQLite store belongs to one process. See <see cref="ChangeLog"/>.
/// </summary>
internal sealed class ChangeRow
{
    public long Seq { get; init; }

    /// <summary>PostgreSQL's number of the transaction; it says who can see the row, which no sequence does.</summary>
    public long TransactionId { get; init; }

    /// <summary>The instance that made the change, which knows it already.</summary>
    public int Instance { get; init; }

    public ChangeKind Kind { get; init; }

    public long SubjectSeq { get; init; }

    /// <summary>Which environment sees the change; see <see cref="Change.EnvironmentSeq"/>.</summary>
    public int SeenIn { get; init; }

    public static void Configure(EntityTypeBuilder<ChangeRow> builder)
    {
        builder.ToTable("changes");
        builder.HasKey(row => new { row.TransactionId, row.Seq });
        builder.Property(row => row.Seq).UseIdentityAlwaysColumn();
    }
}
