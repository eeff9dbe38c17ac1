using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Companies;

namespace Schematic.Api.Companies;

/// <summary>A membership with the company it is in.</summary>
internal sealed class MembershipDetail
{
    public required string Id { get; init; }

    public long UserSeq { get; init; }

    public required string UserId { get; init; }

    public required CompanyResponseData Company { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Reads and writes the memberships of users in companies.</summary>
internal static class Memberships
{
    public const string IdPrefix = "cmem";

    private const string KeepExisting = "ON CONFLICT (company_seq, user_seq) DO NOTHING";

    public static Expression<Func<CompanyMembershipRow, MembershipDetail>> Detail { get; } =
        row => new MembershipDetail
        {
            Id = row.Id,
            UserSeq = row.UserSeq,
            UserId = row.User.Id,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Company = new CompanyResponseData
            {
                Id = row.Company.Id,
                EnvironmentId = "",
                Name = row.Company.Name,
                LastSeenAt = row.Company.LastSeenAt,
                CreatedAt = row.Company.CreatedAt,
                UpdatedAt = row.Company.UpdatedAt,
            },
        };

    /// <summary>Memberships of each user, oldest first.</summary>
    public static async Task<ILookup<long, MembershipDetail>> OfUsersAsync(
        SchematicDb db,
        IReadOnlyList<long> userSeqs,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .CompanyMemberships.AsNoTracking()
                .Where(row => userSeqs.Contains(row.UserSeq))
                .OrderBy(row => row.Seq)
                .Select(Detail)
                .ToListAsync(cancellationToken)
        ).ToLookup(membership => membership.UserSeq);

    /// <summary>Which companies each user is in, oldest membership first.</summary>
    public static Task<List<(long UserSeq, long CompanySeq)>> SeqsOfUsersAsync(
        SchematicDb db,
        IReadOnlyList<long> userSeqs,
        CancellationToken cancellationToken
    ) =>
        db.QueryAsync(
            new SqlText(
                $"""
                SELECT m.user_seq, m.company_seq FROM company_memberships m
                WHERE m.user_seq {db.Dialect.Among(SqlArray.Of(userSeqs))} ORDER BY m.seq
                """
            ),
            static row => (row.GetInt64(0), row.GetInt64(1)),
            cancellationToken
        );

    /// <summary>For users <c>e</c>: is in a company for which a condition about <c>m.company_seq</c> holds.</summary>
    public static SqlText InCompanies(SqlText condition) =>
        new($"EXISTS (SELECT 1 FROM company_memberships m WHERE m.user_seq = e.seq AND {condition})");

    public static Task AddAsync(
        SchematicDb db,
        long companySeq,
        long userSeq,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => AddAsync(db, [(companySeq, userSeq)], now, cancellationToken);

    /// <summary>Adds memberships; those that exist stay as they are.</summary>
    /// <param name="pairs">Seqs of company and user, in any order and as often as they come.</param>
    public static async Task AddAsync(
        SchematicDb db,
        IEnumerable<(long CompanySeq, long UserSeq)> pairs,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows("id", "environment_seq", "company_seq", "user_seq", "created_at", "updated_at");
        // In order, so that two writers with the same pairs wait for each other instead of locking each other out.
        foreach (var (companySeq, userSeq) in pairs.Distinct().Order())
            rows.Add(NewId.For(IdPrefix, now), db.EnvironmentSeq, companySeq, userSeq, now, now);
        foreach (var statement in db.Dialect.Insert(new SqlLiteral("company_memberships"), rows, KeepExisting))
            await db.ExecuteAsync(statement, cancellationToken);
    }

    /// <summary>Removes every membership of a user but those in <paramref name="companySeqs"/>.</summary>
    public static Task KeepOnlyAsync(
        SchematicDb db,
        long userSeq,
        IReadOnlyCollection<long> companySeqs,
        CancellationToken cancellationToken
    ) =>
        db
            .CompanyMemberships.Where(row => row.UserSeq == userSeq && !companySeqs.Contains(row.CompanySeq))
            .ExecuteDeleteAsync(cancellationToken);
}
