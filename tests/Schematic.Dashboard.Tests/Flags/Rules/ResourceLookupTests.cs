using System.Net;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Users;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class ResourceLookupTests
{
    private readonly FakeApi _api = new();

    [Theory]
    [InlineData("", null)]
    [InlineData("acme", "acme")]
    public async Task A_search_asks_for_a_screenful(string search, string? sent)
    {
        _api.OnData<IReadOnlyList<CompanyDetailResponseData>>(
            "GET /companies",
            [CompanySamples.Company("comp_7", "Seven")]
        );

        var found = await Lookup(EntityType.Company).SearchAsync(search, TestContext.Current.CancellationToken);

        Assert.Equal(("comp_7", "Seven"), (Assert.Single(found).Id, found[0].Name));
        var parameters = Assert.Single(_api.Requests).Parameters;
        Assert.Contains(("limit", "20"), parameters);
        Assert.Equal(sent, parameters.FirstOrDefault(static parameter => parameter.Name == "q").Value);
    }

    [Fact]
    public async Task Users_are_searched_where_users_are_meant()
    {
        _api.OnData<IReadOnlyList<UserDetailResponseData>>("GET /users", [UserSamples.User("user_7", "Ada")]);

        var found = await Lookup(EntityType.User).SearchAsync("ada", TestContext.Current.CancellationToken);

        Assert.Equal("user_7", Assert.Single(found).Id);
    }

    [Fact]
    public async Task Ids_are_resolved_a_hundred_at_a_time_without_looking_at_keys()
    {
        _api.On(
            "GET /companies",
            static request =>
                FakeApi.Data<IReadOnlyList<CompanyDetailResponseData>>([
                    .. request
                        .Parameters.Where(static parameter => parameter.Name == "ids")
                        .Select(static parameter => CompanySamples.Company(parameter.Value)),
                ])
        );
        string[] ids = [.. Enumerable.Range(0, 250).Select(static number => $"comp_{number}")];

        var found = await ResolveAsync(ids);

        Assert.Equal(ids.Order(), found.Keys.Order());
        Assert.Equal(3, _api.Requests.Count);
    }

    [Fact]
    public async Task A_value_is_looked_up_under_each_key_until_it_is_found()
    {
        AnswerKeys("domain", "salesforce_id");
        _api.On(
            "GET /companies/lookup",
            static request =>
                request.Parameters is [("keys[salesforce_id]", "sf-1")]
                    ? FakeApi.Data(CompanySamples.Company("comp_1"))
                    : FakeApi.Error(HttpStatusCode.NotFound, "None.")
        );

        var found = await ResolveAsync("sf-1", "nosuch");

        Assert.Equal(("sf-1", "comp_1"), (Assert.Single(found).Key, found["sf-1"].Id));
    }

    [Fact]
    public async Task A_failure_is_not_taken_for_an_unknown_value()
    {
        AnswerKeys("domain");
        _api.OnError("GET /companies/lookup", HttpStatusCode.InternalServerError, "The store is away.");

        await Assert.ThrowsAsync<Gateway.Http.GatewayException>(() => ResolveAsync("acme.com"));
    }

    private void AnswerKeys(params string[] names) =>
        _api.OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>(
            "GET /entity-key-definitions",
            [.. names.Select(CompanySamples.KeyDefinition)]
        );

    private ResourceLookup Lookup(EntityType type) => new(_api.Gateway(), type);

    private Task<IReadOnlyDictionary<string, FoundResource>> ResolveAsync(params string[] texts) =>
        Lookup(EntityType.Company).ResolveAsync(texts, TestContext.Current.CancellationToken);
}
