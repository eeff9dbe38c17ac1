using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.AuditLog;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.AuditLog;

public sealed class AuditWordsTests
{
    [Theory]
    [InlineData("POST", "/plans", "plan", "Pro", 201, "Created the plan Pro")]
    [InlineData("PUT", "/plans/plan_1", "plan", "Pro", 200, "Changed the plan Pro")]
    [InlineData("PUT", "/plans/plan_1?x=1", "plan", "Pro", 403, "Tried to change the plan Pro")]
    [InlineData("DELETE", "/flags/flag_1", "flag", null, 200, "Deleted the flag flag_1")]
    [InlineData("PUT", "/flags/flag_1/rules", "flag", "New", 200, "Changed the rules of the flag New")]
    [InlineData("DELETE", "/plans/plan_1/audience", "plan", null, 200, "Removed the audience of the plan plan_1")]
    [InlineData("POST", "/companies", "company", "Acme", 200, "Created or updated the company Acme")]
    [InlineData("PUT", "/company-plans/company_1", "company", "Acme", 200, "Changed the plans of the company Acme")]
    [InlineData(
        "PUT",
        "/plans/version/v/publish",
        "plan_version",
        null,
        200,
        "Published the plan version plan_version_1"
    )]
    [InlineData("PUT", "/widgets/1", "widget_part", "W", 200, "Changed the widget part W")]
    [InlineData("POST", "/console/sessions", "session", null, 200, "Signed in")]
    [InlineData("PUT", "/console/password", "account_member", null, 400, "Tried to change their password")]
    [InlineData("POST", "/somewhere", null, null, 200, "Sent POST /somewhere")]
    public void An_entry_says_what_was_done(
        string method,
        string url,
        string? type,
        string? name,
        int status,
        string sentence
    ) =>
        Assert.Equal(
            sentence,
            AuditWords.What(AuditEntry.FromContract(AuditSamples.Listed("1", method, url, type, status, name)))
        );

    [Fact]
    public void Without_a_name_or_id_the_kind_stands_for_it()
    {
        var entry = AuditEntry.FromContract(
            AuditSamples.Listed(method: "POST", url: "/api-keys", type: "api_key", status: 403, name: null) with
            {
                ResourceIdString = null,
            }
        );

        Assert.Equal("Tried to create an API key", AuditWords.What(entry));
    }

    [Theory]
    [InlineData(200, "Done", "success")]
    [InlineData(409, "Refused: 409", "warning")]
    [InlineData(503, "Failed: 503", "danger")]
    [InlineData(null, "No answer", "neutral")]
    public void The_outcome_has_words_and_a_tone(int? status, string words, string tone)
    {
        var entry = AuditEntry.FromContract(AuditSamples.Listed(status: status));

        Assert.Equal((words, tone), (AuditWords.Outcome(entry), AuditWords.Tone(entry)));
    }

    [Fact]
    public void Who_it_was_is_the_member_then_the_key_then_the_console()
    {
        var member = AuditEntry.FromContract(AuditSamples.Listed());
        var key = member with { MemberName = null, ActorType = ActorType.ApiKey, KeyName = "Backend" };
        var nobody = key with { KeyName = null, ActorType = ActorType.System };

        Assert.Equal(("Ada Lovelace", "Member"), (AuditWords.Who(member), AuditWords.WhoKind(member)));
        Assert.Equal(("Backend", "API key"), (AuditWords.Who(key), AuditWords.WhoKind(key)));
        Assert.Equal(("The console", null), (AuditWords.Who(nobody), AuditWords.WhoKind(nobody)));
    }

    [Fact]
    public void A_thing_is_linked_in_its_own_environment_until_it_is_deleted()
    {
        var changed = AuditEntry.FromContract(AuditSamples.Listed());
        var deleted = changed with { Method = "DELETE" };

        Assert.Equal(DashboardUrls.Plan("env_production", "plan_1"), AuditWords.Url(changed, "env_2"));
        Assert.Null(AuditWords.Url(deleted, "env_2"));
        Assert.NotNull(AuditWords.Url(deleted with { Status = 409 }, "env_2"));
        Assert.Null(AuditWords.Url(changed with { Status = 404 }, "env_2"));
        Assert.NotNull(AuditWords.Url(deleted with { Url = "/plans/plan_1/audience" }, "env_2"));
        Assert.Null(AuditWords.Url(changed with { ResourceType = "lease" }, "env_2"));
    }
}
