using System.Text.Json;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Checks;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class RecordedCheckTests
{
    [Fact]
    public void The_reason_leaves_out_the_id_of_the_rule_it_names() =>
        Assert.Equal("Matched standard rule \"Large\"", RecordedCheck.FromContract(EventSamples.Check()).Reason);

    [Fact]
    public void A_body_of_another_form_is_shown_as_it_is()
    {
        var check = RecordedCheck.FromContract(
            EventSamples.Check() with
            {
                Body = JsonSerializer.SerializeToElement(new[] { 1 }),
                BodyPreview = "[1]",
            }
        );

        Assert.Null(check.Body);
        Assert.Equal("[1]", check.Reason);
    }

    [Fact]
    public void The_same_is_asked_again_by_id()
    {
        var again = RecordedCheck.FromContract(EventSamples.Check()).AskAgain;

        Assert.Equal(
            (EntityApi.IdKey, "comp_1", EntityApi.IdKey, "user_1", true),
            (again.CompanyKey, again.Company, again.UserKey, again.User, again.IsAsked)
        );
    }

    [Fact]
    public void Whom_nobody_found_is_asked_for_by_the_same_key_again()
    {
        var again = RecordedCheck
            .FromContract(
                EventSamples.Check(
                    body: EventSamples.Body() with
                    {
                        ReqCompany = new Dictionary<string, string> { ["domain"] = "nosuch.com" },
                    }
                ) with
                {
                    CompanyId = null,
                    UserId = null,
                }
            )
            .AskAgain;

        Assert.Equal(("domain", "nosuch.com", ""), (again.CompanyKey, again.Company, again.User));
    }

    [Fact]
    public void The_keys_of_a_request_stand_in_one_line()
    {
        Assert.Null(RecordedCheck.Named(null));
        Assert.Null(RecordedCheck.Named(new Dictionary<string, string>()));
        Assert.Equal(
            "domain=acme.com, id=7",
            RecordedCheck.Named(new Dictionary<string, string> { ["domain"] = "acme.com", ["id"] = "7" })
        );
    }
}
