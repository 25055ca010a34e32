from fastapi.testclient import TestClient
def test_x(client: TestClient):
    r=client.post("/v1/chat",json={"message":"How are varices treated?"})
    print(r.status_code,r.text[:1500], r.headers)
    r=client.post("/v1/chat",json={"message":"How are varices treated?","stream":True})
    print(r.text)
    for p in ("/v1/documents","/v1/documents/bleeding-varices","/v1/conversations","/health/live","/health/ready","/metrics","/openapi.json","/","/nope"):
        x=client.get(p); print(p,x.status_code,x.text[:1500])
