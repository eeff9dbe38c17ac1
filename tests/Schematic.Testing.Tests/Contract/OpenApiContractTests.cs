using Schematic.Testing.Contract;

namespace Schematic.Testing.Tests.Contract;

public sealed class OpenApiContractTests
{
    private static readonly OpenApiContract Contract = new(
        new OpenApiDocument(
            """
            components:
              responses:
                NotFound:
                  description: Not found
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/ApiError'
              schemas:
                ApiError:
                  type: object
                  properties:
                    error:
                      type: string
                  required:
                  - error
                CountResponse:
                  type: object
                  properties:
                    count:
                      type: integer
                Thing:
                  type: object
                  properties:
                    id:
                      type: string
                  required:
                  - id
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    '200':
                      description: OK
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              data:
                                type: array
                                items:
                                  $ref: '#/components/schemas/Thing'
                              params:
                                type: object
                            required:
                            - data
                            - params
              /things/{thing_id}:
                get:
                  operationId: getThing
                  responses:
                    '200':
                      description: OK
                      content:
                        application/json:
                          schema:
                            $ref: '#/components/schemas/Thing'
                    '404':
                      $ref: '#/components/responses/NotFound'
            """
        )
    );

    [Theory]
    [InlineData("GET", "/things", 200, """{"data":[{"id":"a"}],"params":{"limit":1}}""")]
    [InlineData("GET", "/things/a", 200, """{"id":"a"}""")]
    [InlineData("GET", "/things/a", 404, """{"error":"No such thing."}""")]
    [InlineData("GET", "/things/a", 429, """{"error":"Slow down."}""")]
    [InlineData("GET", "/nowhere", 404, """{"error":"No such path."}""")]
    [InlineData("DELETE", "/things", 405, """{"error":"Not that."}""")]
    [InlineData("GET", "/things/count", 200, """{"data":{"count":3},"params":{}}""")]
    [InlineData("GET", "/console/setup", 200, """{"anything":true}""")]
    [InlineData("GET", "/health/ready", 503, "not ready")]
    public void An_answer_of_the_published_form_passes(string method, string path, int status, string body) =>
        Assert.Empty(Contract.Validate(method, path, status, body));

    [Theory]
    [InlineData(
        "GET",
        "/things",
        200,
        """{"data":[{"id":1}],"params":{}}""",
        "GET /things 200: $.data[0].id is Number where a string is expected"
    )]
    [InlineData("GET", "/things", 200, """{"data":[]}""", "GET /things 200: $.params is required and missing")]
    [InlineData(
        "GET",
        "/things",
        201,
        """{"data":[],"params":{}}""",
        "GET /things answered 201, which GET /things does not declare"
    )]
    [InlineData("GET", "/things", 500, """{"error":"Oops."}""", "GET /things answered 500")]
    [InlineData(
        "GET",
        "/things/a",
        404,
        """{"title":"Not Found"}""",
        "GET /things/a 404: $.error is required and missing|GET /things/a 404: $.title is unknown to the description"
    )]
    [InlineData(
        "GET",
        "/things/a",
        404,
        "Not Found",
        "GET /things/a answered 404 with something that is not JSON: Not Found"
    )]
    [InlineData("GET", "/things/a", 200, "", "GET /things/a answered 200 with something that is not JSON: ")]
    [InlineData(
        "POST",
        "/thongs",
        200,
        "{}",
        "POST /thongs answered 200, and is neither an operation of the description nor a documented addition"
    )]
    [InlineData(
        "GET",
        "/things/count",
        200,
        """{"data":{},"params":{}}""",
        "GET /things/count 200: $.data.count is required and missing"
    )]
    public void Another_answer_is_named_with_what_is_wrong(
        string method,
        string path,
        int status,
        string body,
        string violations
    ) => Assert.Equal(violations.Split('|'), Contract.Validate(method, path, status, body));
}
