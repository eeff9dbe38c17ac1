using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events.Capture;

public abstract class EventIdentifyTests(ApiFixture api) : EventTopic(api)
{
    [Fact]
    public async Task Identify_describes_a_user_and_the_company_it_belongs_to()
    {
        var (domain, email) = (Unique("acme"), Unique("ada"));

        var sent = await SendAsync(
            Production,
            Identify(
                new
                {
                    keys = new { email },
                    name = "Ada",
                    traits = new { role = "owner" },
                    company = new
                    {
                        keys = new { domain },
                        name = "Acme",
                        traits = new { seats = 7 },
                    },
                }
            )
        );

        var company = await CompanyAsync(Production, domain);
        var user = await UserAsync(email);
        Assert.Equal((EventStatus.Processed, "Acme", "Ada"), (sent.Status, company.Name, user.Name));
        Assert.Equal((7, "owner"), (company.Traits!["seats"].GetInt64(), user.Traits!["role"].GetString()));
        Assert.Equal(company.Id, Assert.Single(user.CompanyMemberships).CompanyId);
        Assert.Empty(company.Metrics);
    }

    [Fact]
    public async Task A_batch_joins_each_user_to_the_company_once_and_two_batches_do_not_lock_each_other_out()
    {
        var domain = Unique("acme");
        var emails = Enumerable.Range(0, 5).Select(_ => Unique("ada")).ToArray();
        var events = emails.Append(emails[2]).Select(email => IdentifyMember(email, domain)).ToArray();

        var receipts = await Task.WhenAll(
            new[] { events, [.. events.Reverse()] }.Select(batch =>
                Production.Events.CreateBatchAsync(new CreateEventBatchRequestBody { Events = batch }, Cancellation)
            )
        );

        foreach (var receipt in receipts.SelectMany(static batch => batch.Data.Events))
        {
            var sent = (await Production.Events.GetAsync(receipt.EventId!, Cancellation)).Data;
            Assert.Equal((EventStatus.Processed, domain), (sent.Status, sent.Company?.Name));
        }

        Assert.Equal(emails.Length, (await CompanyAsync(Production, domain)).UserCount);
        foreach (var email in emails)
            Assert.Equal([domain], (await UserAsync(email)).CompanyMemberships.Select(one => one.Company?.Name));
    }

    [Fact]
    public async Task Keys_of_two_companies_fail_the_event_and_name_both()
    {
        var (one, other) = (Unique("one"), Unique("other"));
        await SendAsync(Production, Track("x", one));
        await Production.Companies.UpsertAsync(
            new() { Keys = new Dictionary<string, string> { ["crm"] = other } },
            Cancellation
        );

        var sent = await SendAsync(
            Production,
            Identify(
                new { keys = new { email = Unique("ada") }, company = new { keys = new { domain = one, crm = other } } }
            )
        );

        Assert.Equal(EventStatus.Failed, sent.Status);
        Assert.Contains((await CompanyAsync(Production, one)).Id, sent.ErrorMessage, StringComparison.Ordinal);
    }

    private static CreateEventRequestBody IdentifyMember(string email, string domain) =>
        Identify(new { keys = new { email }, company = new { keys = new { domain } } });

    private async Task<UserDetailResponseData> UserAsync(string email) =>
        (
            await Production.Users.LookupAsync(
                new KeysQuery { Keys = new Dictionary<string, string> { ["email"] = email } },
                Cancellation
            )
        ).Data;
}

public sealed class EventIdentifyTestsOnSqlite(SqliteApi api) : EventIdentifyTests(api), IClassFixture<SqliteApi>;

public sealed class EventIdentifyTestsOnPostgreSql(PostgreSqlApi api)
    : EventIdentifyTests(api),
        IClassFixture<PostgreSqlApi>;
