using System.Net;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Persistence;

namespace Schematic.Api.Tests.Companies;

public sealed class CompanyStoreTests(ListedApi api) : ApiTopic(api), IClassFixture<ListedApi>
{
    [Theory]
    [InlineData("/companies")]
    [InlineData("/companies?q=acme")]
    [InlineData("/companies/count")]
    [InlineData("/company-memberships")]
    [InlineData("/company-memberships/count")]
    public async Task Lists_of_companies_may_come_from_a_replica(string path)
    {
        api.Recorder.Take();

        Assert.Equal(HttpStatusCode.OK, (await SendAsync("GET", path)).Status);

        Assert.Equal([ListedRows.OfEnvironment], api.Recorder.Take());
    }

    [Theory]
    [InlineData("/companies/comp_none")]
    [InlineData("/companies/lookup?domain=none")]
    public async Task A_single_company_comes_from_the_primary(string path)
    {
        api.Recorder.Take();

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("GET", path)).Status);

        Assert.Empty(api.Recorder.Take());
    }
}
