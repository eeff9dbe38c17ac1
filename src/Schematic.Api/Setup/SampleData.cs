using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Setup;

/// <summary>
/// A few dozen invented companies with their users, flags that tell them apart, and the plans that they are on, for
/// looking around. The same every time.
/// </summary>
internal static class SampleData
{
    private const int CompaniesInBeta = 3;
    private const int LargeCompanies = 24;
    private static readonly string[] FirstWords =
    [
        "Northwind",
        "Bluebird",
        "Copper",
        "Juniper",
        "Lighthouse",
        "Marigold",
        "Quarry",
        "Saltwater",
        "Thistle",
        "Windmill",
        "Evergreen",
        "Harbor",
    ];
    private static readonly string[] SecondWords = ["Analytics", "Robotics", "Health"];
    private static readonly string[] People =
    [
        "Ada Okafor",
        "Bruno Lindqvist",
        "Chidi Sato",
        "Dana Kowalska",
        "Elif Moreau",
        "Farid Jensen",
        "Greta Nakamura",
        "Hana Silva",
        "Ivo Petrov",
    ];
    private static readonly string[] Industries = ["Logistics", "Health care", "Retail", "Manufacturing"];
    private static readonly string[] Countries = ["DE", "US", "JP", "BR", "SE"];

    /// <param name="environmentSeqs">Each gets the same companies and rules.</param>
    public static async Task AddAsync(
        SchematicDb db,
        IReadOnlyList<int> environmentSeqs,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var environmentBefore = db.EnvironmentSeq;
        var companies = new Dictionary<int, IReadOnlyList<SampleCompany>>();
        foreach (var environmentSeq in environmentSeqs)
        {
            db.EnvironmentSeq = environmentSeq;
            companies.Add(environmentSeq, await AddCompaniesAsync(db, now, cancellationToken));
        }

        // After the companies, which bring the traits that the flags speak of.
        var flags = new SampleFlags(db, now);
        if (await flags.AddToAccountAsync(cancellationToken))
        {
            foreach (var (environmentSeq, sample) in companies)
            {
                db.EnvironmentSeq = environmentSeq;
                await flags.AddRulesAsync(
                    [.. sample.Take(CompaniesInBeta).Select(static company => company.Id)],
                    cancellationToken
                );
                var credits = new SampleCredits(db, now);
                await credits.AddTypesAsync(cancellationToken);
                await new SamplePlans(db, now).AddAsync(sample, cancellationToken);
                await new SampleOverrides(db, now).AddAsync(sample, cancellationToken);
                var usage = new SampleUsage(db, now);
                await usage.AddAsync(sample, cancellationToken);
                await credits.SpendAsync(sample, usage.Answers, cancellationToken);
                await new SampleAuditLog(db, now).AddAsync(sample, cancellationToken);
            }
        }

        db.EnvironmentSeq = environmentBefore;
    }

    /// <summary>The definition of a trait that the invented companies and users have.</summary>
    public static Task<EntityTraitDefinitionRow> TraitAsync(
        SchematicDb db,
        EntityType entityType,
        IReadOnlyList<string> path,
        CancellationToken cancellationToken
    )
    {
        var hierarchy = TraitPath.ToText(path);
        return db.EntityTraitDefinitions.SingleAsync(
            row => row.EntityType == entityType && row.Hierarchy == hierarchy,
            cancellationToken
        );
    }

    private static async Task<IReadOnlyList<SampleCompany>> AddCompaniesAsync(
        SchematicDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var companies = new List<SampleCompany>();
        foreach (var first in FirstWords)
        {
            foreach (var second in SecondWords)
                companies.Add(await AddCompanyAsync(db, $"{first} {second}", companies.Count, now, cancellationToken));
        }

        return companies;
    }

    private static async Task<SampleCompany> AddCompanyAsync(
        SchematicDb db,
        string name,
        int number,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var domain = $"{name.Replace(' ', '-').ToLowerInvariant()}.example";
        var lastSeen = now.AddMinutes(-(number * number * 11) - 3);
        var writer = new EntityWriter(db, now);
        var company = await writer.ApplyAsync(
            new EntityChange
            {
                EntityType = EntityType.Company,
                Name = name,
                LastSeenAt = lastSeen,
                Keys = new Dictionary<string, string>
                {
                    ["domain"] = domain,
                    ["crm_id"] = string.Create(CultureInfo.InvariantCulture, $"crm-{10400 + number}"),
                },
                Traits = CompanyTraits(number, domain, now),
            },
            cancellationToken
        );
        var users = new List<SampleUser>();
        for (var i = 0; i < 1 + (number % 4); i++)
        {
            var user = await writer.ApplyAsync(User(number, i, domain, lastSeen), cancellationToken);
            await Memberships.AddAsync(db, company.Seq, user.Seq, now, cancellationToken);
            users.Add(new SampleUser(user.Seq, user.Id, user.Keys["email"].Value));
        }

        return new SampleCompany(number, company.Seq, company.Id, domain, users);
    }

    private static IReadOnlyList<TraitChange> CompanyTraits(int number, string domain, DateTimeOffset now)
    {
        // The last ones are small, and on the free plan or on none.
        var seats = number < LargeCompanies ? 5 + (number * 7) : 3 + ((number - LargeCompanies) * 2);
        return
        [
            Trait("industry", Industries[number % Industries.Length], TraitType.String),
            Trait("seats", seats.ToString(CultureInfo.InvariantCulture), TraitType.Number),
            // Contracts are sold by the quarter of a hundred.
            Trait("contract_seats", ((seats / 25 * 25) + 25).ToString(CultureInfo.InvariantCulture), TraitType.Number),
            Trait("annual_revenue", (seats * 1900).ToString(CultureInfo.InvariantCulture), TraitType.Currency),
            Trait("trial", number % 4 == 0 ? "true" : "false", TraitType.Boolean),
            Trait(
                "contract_start",
                now.AddDays(-30 * (number + 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                TraitType.Date
            ),
            Trait("website", $"https://{domain}", TraitType.Url),
            new TraitChange(["address", "country"], Countries[number % Countries.Length], null, TraitType.String),
        ];
    }

    private static EntityChange User(int company, int number, string domain, DateTimeOffset companyLastSeen)
    {
        var person = People[(company + (number * 4)) % People.Length];
        return new EntityChange
        {
            EntityType = EntityType.User,
            Name = person,
            LastSeenAt = companyLastSeen.AddMinutes(-number * 17),
            Keys = new Dictionary<string, string>
            {
                ["email"] = $"{person.Replace(' ', '.').ToLowerInvariant()}@{domain}",
                ["user_id"] = string.Create(CultureInfo.InvariantCulture, $"{(company * 10) + number + 1}"),
            },
            Traits = [Trait("role", number == 0 ? "Owner" : "Member", TraitType.String)],
        };
    }

    private static TraitChange Trait(string name, string value, TraitType type) => new([name], value, null, type);
}
