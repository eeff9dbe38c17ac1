using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entities;

/// <summary>
/// Two environments, one of thousands of companies and users and one of dozens, straight in the tables and once more in
/// memory. Some rows are deleted and some changed their text after they were written.
/// </summary>
internal sealed class SearchWorld
{
    private const int Companies = 3000;

    // More than one walk of a search of users takes.
    private const int Users = 2800;
    private const int Few = 120;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Entry> _entries = [];

    private SearchWorld(IDatabase database, int large, int small)
    {
        Database = database;
        Large = large;
        Small = small;
    }

    public IDatabase Database { get; }

    public int Large { get; }

    public int Small { get; }

    /// <summary>The company in which every second user is.</summary>
    public required string CompanyId { get; init; }

    public IEnumerable<(int Environment, EntityType Type)> Scopes =>
        [(Large, EntityType.Company), (Large, EntityType.User), (Small, EntityType.Company), (Small, EntityType.User)];

    public static async Task<SearchWorld> CreateAsync(
        ApiServer server,
        string largeId,
        string smallId,
        CancellationToken cancellationToken
    )
    {
        var database = server.Services.GetRequiredService<IDatabase>();
        int large,
            small;
        await using (var db = database.OpenAccount())
        {
            large = (await db.Environments.SingleAsync(row => row.Id == largeId, cancellationToken)).Seq;
            small = (await db.Environments.SingleAsync(row => row.Id == smallId, cancellationToken)).Seq;
        }

        var world = new SearchWorld(database, large, small) { CompanyId = $"comp_{Guid.NewGuid():n}" };
        await world.FillAsync(large, EntityType.Company, Companies, cancellationToken);
        await world.FillAsync(large, EntityType.User, Users, cancellationToken);
        await world.FillAsync(small, EntityType.Company, Few, cancellationToken);
        return world;
    }

    public List<Entry> Matching(int environment, EntityType type, string? q)
    {
        var terms = SearchText.Terms(q);
        return
        [
            .. _entries.Where(entry =>
                entry.Environment == environment
                && entry.Row.EntityType == type
                && terms.All(term => entry.Text.Contains(term, StringComparison.Ordinal))
            ),
        ];
    }

    public static List<long> Sorted(IEnumerable<Entry> entries, EntitySort sort)
    {
        var ascending = entries
            .OrderBy(
                entry =>
                    sort.Column switch
                    {
                        "sort_name" => entry.Row.SortName,
                        "last_seen_at" => entry.Row.LastSeenAt.ToString("O", CultureInfo.InvariantCulture),
                        "updated_at" => entry.Row.UpdatedAt.ToString("O", CultureInfo.InvariantCulture),
                        _ => "",
                    },
                StringComparer.Ordinal
            )
            .ThenBy(static entry => entry.Row.Seq)
            .Select(static entry => entry.Row.Seq);
        return [.. sort.Direction == "ASC" ? ascending : ascending.Reverse()];
    }

    private async Task FillAsync(int environment, EntityType type, int count, CancellationToken cancellationToken) =>
        await Database.WriteAsync(
            environment,
            async (db, token) =>
            {
                var written = new List<(int Number, EntitySearchRow Row)>();
                for (var number = 0; number < count; number++)
                    written.Add((number, MakeRow(environment, type, number, count)));
                db.AddRange(written.Select(static search => search.Row));
                if (type == EntityType.User)
                    db.AddRange(await MembershipsAsync(db, written, token));
                await db.SaveChangesAsync(token);
                db.ChangeTracker.Clear();
                await ChangeAsync(db, written, token);
            },
            cancellationToken
        );

    // Deletes some rows and gives others a new text; remembers what is left.
    private async Task ChangeAsync(
        SchematicDb db,
        List<(int Number, EntitySearchRow Row)> written,
        CancellationToken cancellationToken
    )
    {
        var deleted = Seqs(written, static number => number % 50 == 7);
        var changed = Seqs(written, static number => number % 50 == 8);
        var text = SearchText.Document(["everywhere", "renewed"]);
        await db.Entities.Where(row => deleted.Contains(row.Seq)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<EntitySearchRow>()
            .Where(row => changed.Contains(row.EntitySeq))
            .ExecuteUpdateAsync(row => row.SetProperty(search => search.Text, text), cancellationToken);
        foreach (var (number, row) in written)
        {
            if (!deleted.Contains(row.Entity.Seq))
                _entries.Add(
                    new Entry(
                        number,
                        row.EnvironmentSeq,
                        row.Entity,
                        changed.Contains(row.Entity.Seq) ? text : row.Text,
                        IsMember(number)
                    )
                );
        }
    }

    private async Task<IEnumerable<CompanyMembershipRow>> MembershipsAsync(
        SchematicDb db,
        List<(int Number, EntitySearchRow Row)> users,
        CancellationToken cancellationToken
    )
    {
        var company = await db.Companies.SingleAsync(row => row.Id == CompanyId, cancellationToken);
        return users
            .Where(static user => IsMember(user.Number))
            .Select(user => new CompanyMembershipRow
            {
                Id = $"cmem_{user.Row.Entity.Id}",
                EnvironmentSeq = user.Row.EnvironmentSeq,
                CompanySeq = company.Seq,
                User = (UserRow)user.Row.Entity,
                CreatedAt = Start,
                UpdatedAt = Start,
            });
    }

    private static bool IsMember(int number) => number % 2 == 1;

    private static HashSet<long> Seqs(List<(int Number, EntitySearchRow Row)> written, Func<int, bool> which) =>
        [.. written.Where(search => which(search.Number)).Select(static search => search.Row.Entity.Seq)];

    // Names and times are equal in hundreds of rows, and in no order that has to do with that of creation.
    private EntitySearchRow MakeRow(int environment, EntityType type, int number, int count)
    {
        var mixed = number * 7919 % count;
        var name = mixed % 10 == 3 ? "Zeta" : $"{(number % 2 == 0 ? "Name" : "name")} {mixed % 7}";
        var id =
            number == 0 && environment == Large && type == EntityType.Company
                ? CompanyId
                : $"{EntityKeys.IdPrefix(type)}_{Guid.NewGuid():n}";
        var (lastSeen, updated) = (Start.AddDays(mixed % 5), Start.AddDays(mixed % 3));
        EntityRow row =
            type == EntityType.Company
                ? new CompanyRow
                {
                    Id = id,
                    EnvironmentSeq = environment,
                    Name = name,
                    SortName = name.ToLowerInvariant(),
                    LastSeenAt = lastSeen,
                    CreatedAt = Start,
                    UpdatedAt = updated,
                }
                : new UserRow
                {
                    Id = id,
                    EnvironmentSeq = environment,
                    Name = name,
                    SortName = name.ToLowerInvariant(),
                    LastSeenAt = lastSeen,
                    CreatedAt = Start,
                    UpdatedAt = updated,
                };
        return new EntitySearchRow
        {
            Entity = row,
            EnvironmentSeq = environment,
            EntityType = type,
            Text = SearchText.Document([name, .. Words(environment, number, count)]),
        };
    }

    private IEnumerable<string> Words(int environment, int number, int count)
    {
        yield return "everywhere";
        if (environment == Small)
            yield return "elsewhere";
        if (number % 4 == 1)
            yield return "sometimes";
        if (number % 60 == 0)
            yield return "seldom Νίκος";
        if (number == count - 2)
            yield return "rarest 100% under_score back\\slash \"quoted\" o'brien";
        // Often at first, then not for a long time: how far a walk has to go cannot be told from its beginning.
        if (number < 40 || number > count - 40)
            yield return "early";
        if (number > count - 300)
            yield return "late";
    }

    /// <summary>A row as it is in the tables.</summary>
    internal sealed record Entry(int Number, int Environment, EntityRow Row, string Text, bool IsMember);
}
