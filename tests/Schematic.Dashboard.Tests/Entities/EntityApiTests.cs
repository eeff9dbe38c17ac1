using System.Net;
using System.Text.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Users;
using Schematic.Gateway.Http;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Entities;

public sealed class EntityApiTests : IDisposable
{
    private readonly FakeApi _api = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task One_face_reads_companies_and_users()
    {
        _api.OnData("GET /companies/comp_1", CompanySamples.Company()).OnData("GET /users/user_1", UserSamples.User());

        var company = await For(EntityType.Company).GetAsync("comp_1", Token);
        var user = await For(EntityType.User).GetAsync("user_1", Token);

        Assert.Equal((EntityType.Company, "comp_1"), (company.Type, company.Id));
        Assert.Equal((EntityType.User, "user_1"), (user.Type, user.Id));
    }

    [Fact]
    public async Task A_key_that_nobody_has_finds_nobody()
    {
        _api.OnError("GET /companies/lookup", HttpStatusCode.NotFound, "None.");

        Assert.Null(await For(EntityType.Company).FindAsync("domain", "acme.com", Token));
    }

    [Fact]
    public async Task A_failure_is_not_nobody()
    {
        _api.OnError("GET /companies/lookup", HttpStatusCode.InternalServerError, "The store is away.");

        await Assert.ThrowsAsync<GatewayException>(() =>
            For(EntityType.Company).FindAsync("domain", "acme.com", Token)
        );
    }

    [Theory]
    [InlineData("comp_7", "ids")]
    [InlineData("acme", "q")]
    public async Task An_id_is_asked_for_as_such_and_text_is_searched(string search, string parameter)
    {
        _api.OnData<IReadOnlyList<CompanyDetailResponseData>>("GET /companies", [CompanySamples.Company("comp_7")]);

        Assert.Single(await For(EntityType.Company).SearchAsync(search, 20, Token));

        Assert.Contains((parameter, search), Assert.Single(_api.Requests).Parameters);
    }

    [Fact]
    public async Task What_only_looks_like_an_id_is_searched_for_too()
    {
        _api.On(
            "GET /companies",
            static request =>
                FakeApi.Data<IReadOnlyList<CompanyDetailResponseData>>(
                    request.Parameters.Contains(("q", "comp_any")) ? [CompanySamples.Company()] : []
                )
        );

        Assert.Single(await For(EntityType.Company).SearchAsync("comp_any", 20, Token));
    }

    [Fact]
    public async Task An_edit_is_no_sighting()
    {
        _api.OnData("POST /companies", CompanySamples.Company());
        var company = Entity.FromContract(CompanySamples.Company());

        await For(EntityType.Company).UpdateAsync(company, new() { RemoveKeys = ["domain"] }, Token);

        var body = JsonElement.Parse(Assert.Single(_api.Requests).Body!);
        Assert.Equal("comp_1", body.GetProperty("id").GetString());
        Assert.Equal(company.LastSeenAt, body.GetProperty("last_seen_at").GetDateTimeOffset());
        Assert.True(body.GetProperty("update_only").GetBoolean());
        Assert.Equal("[\"domain\"]", body.GetProperty("remove_keys").GetRawText());
    }

    [Theory]
    [InlineData("comp_1")]
    [InlineData(null)]
    public async Task A_new_user_joins_its_company_in_the_same_request(string? companyId)
    {
        _api.OnData("POST /users/create", UserSamples.User());
        var draft = new EntityDraft(EntityType.User);
        draft.Keys[0].Name = "email";
        draft.Keys[0].Value = "ada@example.com";

        await For(EntityType.User).CreateAsync(draft, companyId, Token);

        var body = JsonElement.Parse(Assert.Single(_api.Requests).Body!);
        Assert.Equal(companyId, body.TryGetProperty("company_id", out var id) ? id.GetString() : null);
    }

    [Fact]
    public async Task A_trait_never_seen_is_defined_with_the_type_that_was_chosen_before_it_is_sent()
    {
        _api.OnData("POST /entity-trait-definitions", CompanySamples.Definition(TraitType.Number, "seats"))
            .OnData("POST /companies/create", CompanySamples.Company());
        var draft = new EntityDraft(EntityType.Company);
        draft.Keys[0].Name = "domain";
        draft.Keys[0].Value = "acme.com";
        draft.Traits.Add(
            new()
            {
                Name = "seats",
                Type = TraitType.Number,
                Text = "5",
            }
        );

        await For(EntityType.Company).CreateAsync(draft, null, Token);

        Assert.Equal(
            ["POST /entity-trait-definitions", "POST /companies/create"],
            _api.Requests.Select(static request => $"{request.Method} {request.Path}")
        );
    }

    [Fact]
    public async Task A_trait_that_is_known_with_another_type_is_said_and_taken_over()
    {
        _api.OnData("POST /entity-trait-definitions", CompanySamples.Definition(TraitType.Boolean, "seats"));
        var draft = new Schematic.Dashboard.Entities.Traits.TraitDraft { Name = "seats", Type = TraitType.Number };

        var refusal = await Assert.ThrowsAsync<GatewayException>(() =>
            For(EntityType.Company).DefineAsync(draft, Token)
        );

        Assert.Contains("known already, as boolean", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((TraitType.Boolean, true), (draft.Type, draft.IsKnown));
    }

    [Fact]
    public async Task The_owners_of_keys_are_others()
    {
        _api.On(
            "GET /companies/lookup",
            static request =>
                request.Parameters[0].Name switch
                {
                    "keys[domain]" => FakeApi.Data(CompanySamples.Company("comp_2")),
                    "keys[slug]" => FakeApi.Data(CompanySamples.Company()),
                    _ => FakeApi.Error(HttpStatusCode.NotFound, "None."),
                }
        );
        var keys = new Dictionary<string, string>
        {
            ["domain"] = "a",
            ["slug"] = "b",
            ["free"] = "c",
        };

        var owners = await For(EntityType.Company).OwnersAsync(keys, exceptId: "comp_1", Token);

        Assert.Equal(("domain", "comp_2"), (Assert.Single(owners).Name, owners[0].Entity!.Id));
    }

    [Fact]
    public async Task Owners_that_cannot_be_found_leave_the_refusal_alone()
    {
        _api.OnError("GET /companies/lookup", HttpStatusCode.ServiceUnavailable, "Away.");

        Assert.Empty(
            await For(EntityType.Company).OwnersAsync(new Dictionary<string, string> { ["a"] = "b" }, null, Token)
        );
    }

    [Fact]
    public async Task Names_of_keys_are_told_once_and_in_order()
    {
        _api.OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>(
            "GET /entity-key-definitions",
            [
                CompanySamples.KeyDefinition("slug"),
                CompanySamples.KeyDefinition("Domain"),
                CompanySamples.KeyDefinition("slug"),
            ]
        );

        Assert.Equal(["Domain", "slug"], await For(EntityType.Company).ListKeyNamesAsync(Token));
        Assert.Contains(("entity_type", "company"), Assert.Single(_api.Requests).Parameters);
    }

    private EntityApi For(EntityType type) => new(_api.Gateway(), type);
}
