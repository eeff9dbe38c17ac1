using System.Net;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.AuditLog;
using Schematic.Contracts.Companies;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.AuditLog;

public abstract class AuditLogStoreTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task An_entry_tells_who_did_what_to_what()
    {
        var company = await NewCompanyAsync();

        var entry = Assert.Single(await ListAsync(new AuditLogQuery { ResourceId = company.Id }, 1));
        var detail = (await Production.AuditLog.GetAsync(entry.Id, Cancellation)).Data;

        Assert.Equal((ActorType.ApiKey, "POST", "/companies"), (entry.ActorType, entry.Method, entry.Url));
        Assert.Equal(
            ("company", company.Id, company.Name),
            (entry.ResourceType, entry.ResourceIdString, entry.ResourceName)
        );
        Assert.Equal((entry.ApiKey!.Id, "Production"), (entry.ApiKeyId, entry.Environment!.Name));
        Assert.Contains(company.Name, detail.ReqBody, StringComparison.Ordinal);
        Assert.Contains(company.Id, detail.RespBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_filter_leaves_out_the_others()
    {
        var company = await NewCompanyAsync();
        await Production.Companies.DeleteAsync(company.Id, Cancellation);
        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Companies.DeleteAsync(company.Id, Cancellation));
        var mine = new AuditLogQuery { ResourceId = company.Id };
        var entries = await ListAsync(mine, 3);

        Assert.Equal([404L, 200L, 201L], entries.Select(static entry => entry.RespCode!.Value).Select(Created));
        Assert.Equal(1, await CountAsync(mine with { IsRefused = true }));
        Assert.Equal(2, await CountAsync(mine with { IsRefused = false }));
        Assert.Equal(1, await CountAsync(mine with { Status = 404 }));
        Assert.Equal(0, await CountAsync(mine with { Status = 403 }));
        Assert.Equal(3, await CountAsync(mine with { ApiKeyId = entries[0].ApiKeyId, ResourceType = "company" }));
        Assert.Equal(0, await CountAsync(mine with { ApiKeyId = "api_none" }));
        Assert.Equal(0, await CountAsync(mine with { ResourceType = "plan" }));
        Assert.Equal(0, await CountAsync(mine with { ActorType = ActorType.AppUser }));
        Assert.Equal(0, await CountAsync(mine with { UserId = "acme_none" }));
        Assert.Equal(0, await CountAsync(mine with { EnvironmentId = "env_none" }));
        Assert.Equal(2, await CountAsync(mine with { StartTime = entries[1].StartedAt }));
        Assert.Equal(1, await CountAsync(mine with { EndTime = entries[1].StartedAt }));
        Assert.Equal(2, await CountAsync(mine with { Q = $"COMPANIES/{company.Id}" }));
        Assert.Equal(entries[1].Id, Assert.Single(await ListAsync(mine with { Limit = 1, Offset = 1 }, 1)).Id);
    }

    [Fact]
    public async Task A_key_of_another_environment_sees_none_of_it()
    {
        var company = await NewCompanyAsync();
        var entry = (await ListAsync(new AuditLogQuery { ResourceId = company.Id }, 1))[0];

        var others = await Staging.AuditLog.ListAsync(new AuditLogQuery { ResourceId = company.Id }, Cancellation);

        Assert.Empty(others.Data);
        await RefusedAsync(HttpStatusCode.NotFound, () => Staging.AuditLog.GetAsync(entry.Id, Cancellation));
    }

    // 201 or 200, as the upsert says.
    private static long Created(long status, int index) => index == 2 ? 201 : status;

    private async Task<CompanyDetailResponseData> NewCompanyAsync() =>
        (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = Unique("domain") },
                    Name = Unique("company"),
                },
                Cancellation
            )
        ).Data;

    private async Task<long> CountAsync(AuditLogQuery query) =>
        (await Console.AuditLog.CountAsync(query, Cancellation)).Data.Count;

    // What is known of an answer comes after it.
    private async Task<IReadOnlyList<AuditLogListResponseData>> ListAsync(AuditLogQuery query, int count)
    {
        for (var look = 0; ; look++)
        {
            var entries = (await Production.AuditLog.ListAsync(query, Cancellation)).Data;
            if (look == 500 || (entries.Count == count && entries.All(static entry => entry.RespCode is not null)))
                return entries;
            await Task.Delay(10, Cancellation);
        }
    }
}

public sealed class AuditLogStoreTestsOnSqlite(SqliteApi api) : AuditLogStoreTests(api), IClassFixture<SqliteApi>;

public sealed class AuditLogStoreTestsOnPostgreSql(PostgreSqlApi api)
    : AuditLogStoreTests(api),
        IClassFixture<PostgreSqlApi>;
